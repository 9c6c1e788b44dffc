import styles from './facts.module.css';

/** Questions and their plain answers. */
export function Facts({ facts }: { facts: [question: string, answer: string][] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([question, answer]) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
