/** German texts of the steps that guides share, by the ids of shared/guides/macros.ts. */
export type GuideTexts = Readonly<Record<string, string>>;

/** Said in several steps, word for word the same. */
const PRIVATELY = 'Dein Gegenüber antwortet gerade für sich allein, so wie du.';
const TOGETHER = 'Dein Gegenüber schreibt auch. Beides wird zusammen gezeigt.';
export const DE_ONE_WRITES = 'Jemand von euch schreibt, die andere Person stimmt zu.';
export const DE_STUCK = 'Mir fehlen noch die Worte, ich bin weiter bei dir.';

export const deRate: GuideTexts = {
  'rate.purpose': 'Wissen, wie aufgewühlt ihr seid, bevor ihr anfangt.',
  'rate.prompt': 'Wie aufgewühlt ist dein Körper, von 0 bis 10?',
  'rate.hint': 'Deine Zahl siehst nur du.',
  'rate.listening': PRIVATELY,
  'rate.scale.stirred': 'Wie aufgewühlt',
};

export const deOpen: GuideTexts = {
  'ready.purpose': 'Zu diesem Thema Ja sagen, und zwar jetzt.',
  'ready.prompt': 'Passt es dir jetzt?',
  'ready.hint': '„Jetzt nicht“ ist in Ordnung und braucht keinen Grund.',
  'ready.listening': PRIVATELY,
  'ready.field.when': 'Wenn nicht jetzt: Wann könnte es besser passen? Dein Gegenüber bekommt das zu lesen.',
  'ready.choice.yes': 'Ja, jetzt passt es',
  'ready.choice.not-now': 'Jetzt nicht',
  ...deRate,
  'intend.purpose': 'Aufeinander zugehen, nicht auf das Problem los.',
  'intend.prompt': 'Was möchtest du in dieses Gespräch mitbringen?',
  'intend.hint': 'Deine Worte und die deines Gegenübers werden zusammen gezeigt, sobald ihr beide geschrieben habt.',
  'intend.listening': TOGETHER,
  'intend.starter.0': 'Ich möchte mitbringen, dass …',
  'intend.starter.1': 'Ich will versuchen, …',
};

export const deHear: GuideTexts = {
  'hear.mirror.purpose': 'Wiedergeben, was du gehört hast, und die eigene Seite zurückstellen.',
  'hear.mirror.prompt': 'Sag mit deinen Worten, was bei dir angekommen ist. Deine eigene Seite kann warten.',
  'hear.mirror.hint': 'Dein Gegenüber sagt dir, ob es das ist.',
  'hear.mirror.listening': 'Dein Gegenüber gibt wieder, was angekommen ist.',
  'hear.mirror.starter.0': 'Bei mir ist angekommen, dass …',
  'hear.mirror.starter.1': 'Im Kern geht es wohl darum, dass …',
  'hear.mirror.starter.2': DE_STUCK,
  'hear.check.purpose': 'Wer erzählt hat, entscheidet, ob es angekommen ist.',
  'hear.check.prompt': 'Ist es das?',
  'hear.check.listening':
    'Dein Gegenüber liest, was du wiedergegeben hast. Ob es das ist, kann nur dein Gegenüber sagen.',
  'hear.check.choice.yes': 'Ja, das ist es',
  'hear.check.choice.partly': 'Zum Teil',
  'hear.check.choice.not-yet': 'Noch nicht',
  'hear.add.purpose': 'Das Stück benennen, das noch fehlt.',
  'hear.add.prompt': 'Welches Stück möchte noch gehört werden?',
  'hear.add.hint': 'Ein Stück genügt.',
  'hear.add.listening': 'Dein Gegenüber benennt das Stück, das noch gehört werden möchte. Das ist Hilfe, kein Vorwurf.',
  'hear.add.choice.this-piece': 'Dieses Stück sagen',
  'hear.add.choice.smaller': 'Lieber ein kleineres Stück sagen',
  'hear.add.starter.0': 'Was noch fehlt, ist …',
  'hear.add.starter.1': 'Am wichtigsten ist mir …',
  'hear.more.purpose': 'Alles dazu sagen oder es für jetzt ganz sein lassen.',
  'hear.more.prompt': 'Gibt es noch mehr, oder ist es für jetzt vollständig?',
  'hear.more.listening': 'Dein Gegenüber schaut, ob es noch mehr gibt.',
  'hear.more.choice.more': 'Es gibt noch mehr',
  'hear.more.choice.whole': 'Für jetzt ist es vollständig',
};

export const deRespond: GuideTexts = {
  'respond.validate.purpose': 'Es ergibt Sinn. Das heißt nicht, dass du zustimmst.',
  'respond.validate.prompt': 'Von der anderen Seite aus gesehen: Was ergibt daran Sinn?',
  'respond.validate.listening': 'Dein Gegenüber schaut es sich von deiner Seite aus an.',
  'respond.validate.starter.0': 'Das passt zusammen, denn …',
  'respond.validate.starter.1': 'Nach dem, was du erlebt hast, ist es klar, dass …',
  'respond.validate.starter.2': DE_STUCK,
  'respond.feel.purpose': 'Dem Gefühl begegnen.',
  'respond.feel.prompt': 'Was meinst du, wie fühlt es sich von innen an? Was bewegt sich in dir, wenn du es hörst?',
  'respond.feel.listening': 'Dein Gegenüber spürt dem nach, wie es für dich ist.',
  'respond.feel.starter.0': 'Ich stelle es mir so vor: …',
  'respond.feel.starter.1': 'In mir wird es still, wenn …',
  'respond.feel.starter.2': 'In mir wird es warm, wenn …',
  'respond.feel.starter.3': DE_STUCK,
  'respond.check.purpose': 'Sagen, ob du dich gesehen gefühlt hast.',
  'respond.check.prompt': 'Wie sehr hast du dich gesehen gefühlt, von 0 bis 10? Was würde noch helfen?',
  'respond.check.hint': 'Deine Zahl bleibt bei dir. Dein Gegenüber sieht nur, was du schreibst und auswählst.',
  'respond.check.listening':
    'Dein Gegenüber nimmt auf, was du gesagt hast. Es gibt keine Note: Die Zahl bleibt privat.',
  'respond.check.field.text': 'Etwas, das noch helfen würde',
  'respond.check.scale.met': 'Wie sehr ich mich gesehen fühlte',
  'respond.check.choice.on': 'Von hier aus weitergehen',
  'respond.check.choice.again': 'Noch ein Versuch',
  'respond.check.choice.park': 'Für einen anderen Tag beiseitelegen',
};

export const deAnother: GuideTexts = {
  'another.purpose': 'Nur weitergehen, wenn ihr es beide wollt.',
  'another.prompt': 'Es gibt noch eine Karte, für die ihr beide bereit seid. Heute noch eine?',
  'another.hint': 'Du antwortest für dich allein, und es braucht euch beide. Eine Karte ist schon viel.',
  'another.listening': 'Dein Gegenüber wählt gerade für sich allein, so wie du.',
  'another.choice.another': 'Noch eine Karte',
  'another.choice.enough': 'Genug für heute',
};

export const deClose: GuideTexts = {
  'thank.purpose': 'Verbunden aufhören.',
  'thank.prompt': 'Was hat dein Gegenüber in diesem Gespräch getan, das dir geholfen hat?',
  'thank.hint': 'Beides wird zusammen gezeigt.',
  'thank.listening': TOGETHER,
  'thank.starter.0': 'Es hat mir geholfen, als du …',
  'after.purpose': 'Ein Bild über die Zeit, nur für dich.',
  'after.prompt': 'Wie aufgewühlt bist du jetzt, und wie sehr fühltest du dich gehört?',
  'after.hint': 'Deine Zahlen siehst nur du. Du kannst das auch auslassen.',
  'after.listening': PRIVATELY,
  'after.scale.stirred': 'Wie aufgewühlt',
  'after.scale.heard': 'Wie sehr ich mich gehört fühlte',
  'keep.purpose': 'Aufheben geht nur mit zwei Schlüsseln.',
  'keep.prompt': 'Welche deiner Worte dürfen aufgehoben werden?',
  'keep.hint':
    'Aufgehoben wird nur, wenn ihr es beide wollt. Sonst werden die Worte dieses Gesprächs vernichtet. Aufgehoben dürft ihr es beide wieder lesen, auch allein, bis jemand von euch das zurücknimmt.',
  'keep.listening': 'Dein Gegenüber entscheidet für sich, so wie du.',
  'keep.choice.keep': 'Dieses Gespräch aufheben',
  'keep.choice.let-go': 'Loslassen',
  'plan.purpose': 'In der nächsten Stunde gut füreinander sorgen.',
  'plan.prompt': 'Wann wieder, oder noch offen? Und etwas Liebes für die nächste Stunde.',
  'plan.hint':
    'Jemand von euch schreibt, die andere Person stimmt zu oder schreibt es anders. Wird dieses Gespräch nicht aufgehoben, notiert es euch.',
  'plan.listening': DE_ONE_WRITES,
  'plan.starter.0': 'In der nächsten Stunde werden wir …',
  'plan.starter.1': 'Beim nächsten Mal …',
};
