import type { ReactNode } from 'react';
import styles from './columns.module.css';

/** A `Main` and, beside it where there is room, a `Side`; below each other in the same order elsewhere. */
export const Columns = ({ children }: { children: ReactNode }) => <div className={styles.columns}>{children}</div>;
export const Main = ({ children }: { children: ReactNode }) => <div className={styles.main}>{children}</div>;
export const Side = ({ children }: { children: ReactNode }) => <div className={styles.side}>{children}</div>;
