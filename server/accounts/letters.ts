import type { Letter } from '../ports/mail.ts';

type Texts = Record<'en' | 'de', { subject: string; text: string }>;

/** ML5. All mails there are: neutral, without a name, in both languages, because the server does not know which is read. */
const letter = (to: string, { en, de }: Texts): Letter => ({
  to,
  subject: `${en.subject} / ${de.subject}`,
  text: `${en.text}\n\n----\n\n${de.text}\n`,
});

export const codeLetter = (to: string, code: string): Letter =>
  letter(to, {
    en: {
      subject: 'Your code',
      text: `The code for this address is ${code}. It counts for 30 minutes.\n\nIf you did not ask for it, you need not do anything.`,
    },
    de: {
      subject: 'Dein Code',
      text: `Der Code für diese Adresse ist ${code}. Er gilt 30 Minuten.\n\nWenn du ihn nicht wolltest, brauchst du nichts zu tun.`,
    },
  });

export const inUseLetter = (to: string): Letter =>
  letter(to, {
    en: {
      subject: 'About this address',
      text: 'Somebody asked to use this address. It is in use already, and stays as it is.\n\nYou need not do anything.',
    },
    de: {
      subject: 'Zu dieser Adresse',
      text: 'Jemand wollte diese Adresse verwenden. Sie ist schon in Gebrauch und bleibt, wie sie ist.\n\nDu brauchst nichts zu tun.',
    },
  });

export const linkLetter = (to: string, link: string): Letter =>
  letter(to, {
    en: {
      subject: 'Your link',
      text: `With this link you sign in, once, within 15 minutes:\n\n${link}\n\nIf you did not ask for it, you need not do anything.`,
    },
    de: {
      subject: 'Dein Link',
      text: `Mit diesem Link meldest du dich an, einmal, innerhalb von 15 Minuten.\n\n${link}\n\nWenn du ihn nicht wolltest, brauchst du nichts zu tun.`,
    },
  });

export const changeLetter = (to: string, link: string): Letter =>
  letter(to, {
    en: {
      subject: 'A change is waiting',
      text: `A way to sign in will change in three days. If this was you, you need not do anything.\n\nIf not, cancel it here:\n\n${link}`,
    },
    de: {
      subject: 'Eine Änderung wartet',
      text: `In drei Tagen ändert sich ein Weg, dich anzumelden. Warst du das, brauchst du nichts zu tun.\n\nWenn nicht, brich es hier ab:\n\n${link}`,
    },
  });

export const signedInLetter = (to: string, origin: string): Letter =>
  letter(to, {
    en: {
      subject: 'A new sign-in',
      text: `There was a sign-in on another device. If this was you, you need not do anything.\n\nIf not, your account shows every device, and ends any of them:\n\n${origin}`,
    },
    de: {
      subject: 'Eine neue Anmeldung',
      text: `Auf einem anderen Gerät hat sich jemand angemeldet. Warst du das, brauchst du nichts zu tun.\n\nWenn nicht: Dein Konto zeigt alle Geräte und meldet jedes davon ab.\n\n${origin}`,
    },
  });
