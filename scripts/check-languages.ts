import { readLanguages } from '@jiaohao/shared/i18n/read-languages.ts';

/** `pnpm check:languages`: what the languages in shared/src/i18n/languages still lack, in plain words. */
const { learnt, problems } = await readLanguages();
for (const problem of problems) console.error(`shared/src/i18n/languages/${problem}`);
if (problems.length > 0) {
  console.error(problems.length === 1 ? 'One thing to mend.' : `${problems.length} things to mend.`);
  process.exitCode = 1;
} else {
  console.log(`Languages: zh-CN, en${learnt.map((tag) => `, ${tag}`).join('')}. Nothing is missing.`);
}
