// Firefox as it is installed, driven by its own protocol (Marionette): Playwright drives none but a build of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The browser: the one that `FIREFOX` names, else the one on the path; none where there is none. */
export const installed = (): string | undefined =>
  process.env.FIREFOX ??
  ['firefox-esr', 'firefox']
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(existsSync);

// Nothing but the page is to be asked for, and nothing asked of the visitor.
const SETTINGS = {
  'marionette.port': 0,
  'intl.locale.requested': 'zh-CN',
  'intl.accept_languages': 'zh-CN',
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

const PATIENCE = 30_000;

export class Firefox {
  #id = 0;
  #read = Buffer.alloc(0);
  #waiting = new Map<number, { resolve: (value: any) => void; reject: (error: Error) => void }>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly socket: Socket,
    private readonly profile: string,
  ) {
    socket.on('data', (part) => this.#hear(part));
  }

  static async start(): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
    const lines = Object.entries(SETTINGS).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
    await writeFile(join(profile, 'user.js'), lines.join(''));
    const browser = spawn(installed()!, ['--headless', '--no-remote', '--marionette', '--profile', profile], {
      env: { ...process.env, HOME: profile },
      stdio: 'ignore',
    });
    const port = await until(async () => Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')) || undefined);
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const firefox = new Firefox(browser, socket, profile);
    await firefox.#ask('WebDriver:NewSession', { capabilities: { alwaysMatch: { timeouts: { script: PATIENCE } } } });
    return firefox;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.socket.destroy();
    this.process.kill();
    await ended;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async go(address: string): Promise<void> {
    // To another fragment of what is open the browser would not go anew.
    await this.#ask('WebDriver:Navigate', { url: 'about:blank' });
    await this.#ask('WebDriver:Navigate', { url: address });
  }

  /** Runs a function's body in the page, and gives what it returns. */
  async run(body: string): Promise<any> {
    return (await this.#ask('WebDriver:ExecuteScript', { script: body, args: [] })).value;
  }

  /** Waits until an expression holds in the page. */
  async expect(expression: string): Promise<void> {
    await until(() => this.run(`return Boolean(${expression}) || undefined`).catch(() => undefined), expression);
  }

  /** Chooses a file in the first input that a selector finds. */
  async choose(selector: string, path: string): Promise<void> {
    const found = await this.#ask('WebDriver:FindElement', { using: 'css selector', value: selector });
    const [id] = Object.values(found.value);
    await this.#ask('WebDriver:ElementSendKeys', { id, text: path });
  }

  #ask(name: string, parameters: object): Promise<any> {
    const id = ++this.#id;
    const text = Buffer.from(JSON.stringify([0, id, name, parameters]));
    this.socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  // An answer is its length, a colon, and [1, id, error, result].
  #hear(part: Buffer): void {
    this.#read = Buffer.concat([this.#read, part]);
    for (let colon = this.#read.indexOf(':'); colon > 0; colon = this.#read.indexOf(':')) {
      const end = colon + 1 + Number(this.#read.subarray(0, colon));
      if (this.#read.length < end) return;
      const heard = JSON.parse(this.#read.subarray(colon + 1, end).toString());
      this.#read = this.#read.subarray(end);
      // The first thing heard is a greeting.
      if (!Array.isArray(heard)) continue;
      const [, id, error, result] = heard;
      const { resolve, reject } = this.#waiting.get(id)!;
      this.#waiting.delete(id);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(result);
    }
  }
}

/** Asks again and again until there is an answer. */
async function until<T>(ask: () => Promise<T | undefined>, what = 'Firefox'): Promise<T> {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE; ) {
    const found = await ask().catch(() => undefined);
    if (found !== undefined && found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited too long for ${what}`);
}
