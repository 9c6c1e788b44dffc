/** How sign-in names are compared: case, width and spaces make no difference. */
export const foldedName = (name: string): string => name.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
