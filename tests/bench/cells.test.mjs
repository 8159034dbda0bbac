// `node --test tests/bench`
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSame } from './cells.mjs';

const same = (one, other) => assert.ok(isSame(one, other) && isSame(other, one), `${one} is ${other}`);
const differ = (one, other) => assert.ok(!isSame(one, other) && !isSame(other, one), `${one} is not ${other}`);

test('days are compared as days, in either format', () => {
  same('9/4/2026', '09/04/2026');
  same('9/4/26', '2026-09-04');
  same('4.9.2026', '09/04/2026');
  differ('9/4/2026', '04/09/2026');
  differ('9/4/2026', '9/5/2026');
  differ('9/4/2026', '46269');
  differ('9/4/2026', '');
});

test('numbers are compared as numbers', () => {
  same('1,234.50', '1234.5');
  same('1,234.50 EUR', '1,234.5');
  same('-0.1', '-0.10');
  same('1e3', '1,000');
  same('0.30000000000000004', '0.3');
  differ('1,234.5', '1234.51');
  differ('12,34', '1234');
  differ('5', '');
  differ('0', '');
});

test('shares are compared as numbers', () => {
  same('25%', '25.0%');
  same('25%', '0.25');
  differ('25%', '25');
  differ('25.4%', '25%');
});

test('codes are compared as texts', () => {
  differ('007', '7');
  differ('12345678901234567890', '12345678901234567891');
  differ('+49 30', '49 30');
  differ('Acme', 'acme');
});
