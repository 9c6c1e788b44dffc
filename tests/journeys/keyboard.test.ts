import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun, gathered } from '../kit/journey-couple.ts';
import { button, enter, hasFocus, tabTo } from '../kit/journey-keyboard.ts';
import { atStep, box } from '../kit/journey-room.ts';

const journey = aJourney();
const step = (page: Page, stepId: string) => page.locator(`[data-testid="room"][data-step="${stepId}"]`);

describe('with the keyboard alone', () => {
  it('R23 a turn goes from ready to begin, write, share, tell back and check', async () => {
    const { couple, conversationId, robin, kim } = await gathered(journey, 'heard', { robin: { width: 1280 } });
    await enter(robin, 'I am ready', button(robin, 'Begin'));
    await enter(kim, 'I am ready', button(kim, 'Begin'));
    await enter(robin, 'Begin', step(robin, 'ready'));
    await playTo(journey.server, couple, conversationId, 'intend');
    await couple.b.do(conversationId, {
      type: 'Contribute',
      turnId: couple.b.stateOf(conversationId).turn?.turnId ?? '',
      answer: { text: { text: 'I want to bring patience.' } },
    });
    await tabTo(robin, box(robin));
    await robin.keyboard.type('I want to bring calm.');
    await robin.keyboard.press('Control+Enter');
    await atStep(robin, 'share');
    await robin
      .getByTestId('assertive')
      .getByText(/^The floor is yours\./)
      .waitFor({ state: 'attached' });
    await kim.getByTestId('polite').getByText('Robin has the floor.').waitFor({ state: 'attached' });

    await tabTo(robin, box(robin));
    await robin.keyboard.type('I feel alone.\nOn Sundays.');
    await enter(robin, 'Share this', step(robin, 'hear.mirror'));
    await kim
      .getByTestId('assertive')
      .getByText(/^The floor is yours\./)
      .waitFor({ state: 'attached' });
    await tabTo(kim, box(kim));
    await kim.keyboard.type('What I took in is loneliness.');
    await enter(kim, 'Say it back', step(kim, 'hear.check'));
    await enter(robin, 'Yes, that is it', step(robin, 'hear.more'));
  });

  it('R23 the focus and the caret stay where they are while the other’s events arrive', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'intend');
    await atStep(robin, 'intend');
    await box(robin).focus();
    await robin.keyboard.type('I want to bring calm');
    await robin.keyboard.press('Home');
    for (let presses = 0; presses < 3; presses += 1) await robin.keyboard.press('ArrowRight');
    const caret = () =>
      box(robin).evaluate((element) => {
        const { selectionStart } = element as HTMLTextAreaElement;
        return [element === document.activeElement, selectionStart];
      });
    await couple.b.do(conversationId, {
      type: 'Contribute',
      turnId: couple.b.stateOf(conversationId).turn?.turnId ?? '',
      answer: { text: { text: 'I want to bring patience.' } },
    });
    await couple.a.report({ conversationId, away: true });
    await kim.close();
    couple.b.disconnect();
    await robin.getByText('Kim’s connection is lost.').waitFor();
    expect(await caret()).toEqual([true, 3]);
    await robin.keyboard.type('!');
    expect(await box(robin).inputValue()).toBe('I w!ant to bring calm');
  });

  it('R23 the focus goes to the step’s heading where the control that had it is gone', async () => {
    const { couple, conversationId, robin } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    await atStep(robin, 'share');
    await box(robin).fill('I feel alone.');
    await enter(robin, 'Share this', step(robin, 'hear.mirror'));
    await expect.poll(() => hasFocus(robin.getByRole('heading', { level: 1 }))).toBe(true);
  });
});
