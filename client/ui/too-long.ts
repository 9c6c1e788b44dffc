/** What a box says before something is put in: its words and its selection. */
type Before = { value: string; start: number; end: number };

/**
 * AN2. Refuses what would make a box longer than `most`, in UTF-16 units: the box keeps its own words, nothing of the new ones
 * is taken in, and nobody else who listens to the box hears of it. `refused` is told how many characters were too many, and 0
 * once something fits again. What is shorter than before, or being composed, is always let in. Returns how to stop.
 */
export function refuseTooLong(area: HTMLTextAreaElement, most: number, refused: (over: number) => void): () => void {
  const stop = new AbortController();
  const first = { capture: true, signal: stop.signal };
  let before: Before | undefined;
  const note = ({ inputType }: InputEvent) => {
    // An undo of our own may come of these, and no input.
    if (inputType.startsWith('history')) before = undefined;
    else before = { value: area.value, start: area.selectionStart, end: area.selectionEnd };
  };
  const check = (event: Event) => {
    const { value } = area;
    const was = before;
    before = undefined;
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (value.length <= most || !was || value.length <= was.value.length || isComposing) return refused(0);
    event.stopImmediatePropagation();
    area.value = was.value;
    area.setSelectionRange(was.start, was.end);
    refused(value.length - most);
  };
  area.addEventListener('beforeinput', note, first);
  area.addEventListener('input', check, first);
  return () => stop.abort();
}
