/** One control taken out. The test that holds it must fail then; where it does not, nothing holds it. */
export type Mutant = {
  /** The requirement of SECURITY.md that the control is for. */
  row: number;
  /** What is gone, as a person would say it. */
  without: string;
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  put: string;
  /** The test files that should notice. */
  tests: readonly string[];
  /** Narrows them to the titles that match. */
  titled?: string;
  /** It is in the pages: they are built anew before the tests. */
  pages?: true;
};
