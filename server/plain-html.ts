/** Row 19. Text is text: nothing that somebody wrote becomes a part of a page. Line ends stay as they are. */
export const plainHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
