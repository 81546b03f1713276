// The page in one file, whichever edition is tested.
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';

/** The pages beside it that need no app: one a stage of life, one a plan's text. */
const PLAIN = /^(family|text)-/;

/** Where the file lies. */
export async function oneFile(): Promise<string> {
  const folder = process.env.E2E_PAGE_E2E!;
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.html') && name !== 'index.html');
  const names = pages.filter((name) => !PLAIN.test(name));
  expect(names).toHaveLength(1);
  return resolve(folder, names[0]!);
}
