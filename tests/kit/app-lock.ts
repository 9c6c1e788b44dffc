import { expect } from 'vitest';
import type { Person } from './person.ts';

export const PIN = '270619';

export async function setPin(person: Person, pin = PIN): Promise<void> {
  expect((await person.door('POST', '/api/pin', { pin })).text).toBe('{"pin":true}');
}

export const lock = (person: Person, opening = false) => person.door('POST', '/api/lock', { opening });
export const unlock = (person: Person, pin = PIN) => person.door('POST', '/api/unlock', { pin });
