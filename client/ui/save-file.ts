/** Hands a file over to be saved on this device. `name` holds nobody's name. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then; the address holds the words until it is given back.
  setTimeout(() => URL.revokeObjectURL(url));
}
