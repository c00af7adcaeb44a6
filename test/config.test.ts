import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../server/src/config.ts';

/** Environment → validated configuration, one clear line per mistake. */

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
  throw new Error('nothing was wrong with it');
}

test('without any variable the hub is for this machine alone', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    logLevel: 'info',
    publicUrl: undefined,
    seeds: { adminPassword: undefined, printerUrl: 'virtual:', hallFile: undefined },
  });
});

test('every variable is read; spaces around it are not part of it, and an empty one is not set', () => {
  const config = readConfig({
    PORT: ' 8080 ',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/jiaohao',
    LOG_LEVEL: 'debug',
    PUBLIC_URL: 'https://hall.example.cn/',
    ADMIN_PASSWORD: 'a-long-password',
    PRINTER_URL: 'tcp://192.168.1.50:9100',
    HALL_FILE: '',
  });
  expect(config).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/var/lib/jiaohao',
    logLevel: 'debug',
    publicUrl: 'https://hall.example.cn',
    seeds: { adminPassword: 'a-long-password', printerUrl: 'tcp://192.168.1.50:9100', hallFile: undefined },
  });
});

test('port 0 is any free port, for tests and tools', () => {
  expect(readConfig({ PORT: '0' }).port).toBe(0);
});

describe('a mistake is told in one line that says what would be right', () => {
  test.each([
    ['PORT', 'three thousand', /a number from 1 to 65535/],
    ['PORT', '70000', /a number from 1 to 65535/],
    ['PORT', '80.5', /a number from 1 to 65535/],
    ['PORT', '-1', /a number from 1 to 65535/],
    ['LOG_LEVEL', 'loud', /one of fatal, error, warn, info, debug, trace, silent/],
    ['PUBLIC_URL', 'hall.example.cn', /an address without a path, such as https:/],
    ['PUBLIC_URL', 'ftp://hall.example.cn', /an address without a path/],
    ['PUBLIC_URL', 'https://hall.example.cn/t', /an address without a path/],
    ['PUBLIC_URL', 'https://hall.example.cn/?x=1', /an address without a path/],
    ['PUBLIC_URL', 'https://user:secret@hall.example.cn', /an address without a path/],
    ['ADMIN_PASSWORD', 'short', /8 characters or more/],
    ['PRINTER_URL', 'usb:1', /virtual:.*tcp:\/\/.*file:/],
  ])('%s=%s', (name, value, right) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(right);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
    expect(problems[0]).not.toContain('\n');
  });

  test('all of them at once, and never a password', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'y', PUBLIC_URL: 'z', ADMIN_PASSWORD: 'secret' });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain('secret');
  });
});
