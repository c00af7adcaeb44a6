/** What is wrong in a hall file, said to the person who edits it. */

const meant = (word: string | undefined): string => (word ? `是否想写“${word}”？` : '');
const list = (words: string[]): string => words.map((word) => `“${word}”`).join('、');

const FAULTS = {
  empty: () => '文件是空的。请从样例文件 server/halls/sample.json 开始修改。',
  unexpected: (p: { found: string }) => `这里不应出现“${p.found}”。请检查前面的引号、冒号和括号。`,
  'ends-early': () => '文件没有写完：缺少结尾的引号、“]”或“}”。',
  'comma-missing': (p: { found: string }) => `“${p.found}”前面缺少英文逗号“,”。`,
  'comma-too-many': () => '最后一项后面多了一个逗号，请删去。',
  comment: () => '文件里不能写注释，请删去。',
  'full-width': (p: { found: string }) => `“${p.found}”是中文标点，请改用英文标点：, : " { } [ ]。`,
  'string-unclosed': () => '这段文字缺少结尾的英文引号“"”。文字要写在同一行内。',
  'string-escape': () => '反斜杠“\\”用法有误；要写反斜杠本身，请写两个“\\\\”。',
  'quotes-missing': () => '文字和字段名两边要加英文双引号“"”。',
  'after-end': (p: { found: string }) => `文件在此之前已经结束，“${p.found}”是多余的；请检查是否多写了“}”。`,
  'too-deep': () => '括号套得太多层，请检查括号是否成对。',
};

const KINDS = {
  text: '文字（加英文双引号）',
  number: '数字（不加引号）',
  'whole-number': '整数（不加引号）',
  'yes-no': 'true 或 false（不加引号）',
  list: '列表 [ … ]',
  object: '一组字段 { … }',
  other: '写法见样例文件',
};

const FORMS = {
  id: '小写字母、数字和连字符，以字母或数字开头，最多 63 个字符，如 "social-card"',
  letter: '一个或两个大写英文字母，如 "A"',
  time: '24 小时制的时和分，如 "03:00"',
  date: '年-月-日，如 "2026-10-01"',
  username: '最多 40 个英文字母、数字、点、下划线或连字符，如 "wangjianping"',
  other: '规定的格式',
};

export const hallFile = {
  place: (p: { where: string }) => (p.where === '' ? '整个文件：' : `${p.where}：`),
  problems: {
    syntax: (p: { fault: keyof typeof FAULTS; found: string }) => FAULTS[p.fault](p),
    'not-utf8': () => '文件不是 UTF-8 编码，文字会变成乱码。请在编辑器里另存为 UTF-8。',
    'repeated-field': () => '同一个字段写了两次，只会留下后一个。请删去一个。',
    missing: (p: { expected: keyof typeof KINDS }) => `缺少这一项，请补上：${KINDS[p.expected]}。`,
    'unknown-field': (p: { meant?: string; known: string[] }) =>
      `没有这个字段。${meant(p.meant) || `可用的有：${list(p.known)}。`}`,
    'wrong-kind': (p: { expected: keyof typeof KINDS }) => `类型不对，这里要写：${KINDS[p.expected]}。`,
    'wrong-form': (p: { form: keyof typeof FORMS; found: string }) =>
      `“${p.found}”格式不对，应为：${FORMS[p.form]}。`,
    'not-one-of': (p: { found: string; allowed: string[]; meant?: string }) =>
      `“${p.found}”不可用。${meant(p.meant)}可用的有：${list(p.allowed)}。`,
    'too-small': (p: { least: number; exclusive: boolean }) =>
      p.exclusive ? `应大于 ${p.least}。` : `不能小于 ${p.least}。`,
    'too-large': (p: { most: number }) => `不能大于 ${p.most}。`,
    'too-short': (p: { least: number }) => (p.least === 1 ? '不能为空。' : `至少要有 ${p.least} 个字符。`),
    'too-long': (p: { most: number }) => `最多 ${p.most} 个字符。`,
    'too-few': (p: { least: number }) => `至少要有 ${p.least} 项。`,
    'too-many': (p: { most: number }) => `最多 ${p.most} 项。`,
    duplicate: (p: { value: string; first: string }) => `“${p.value}”与 ${p.first} 重复，请改成不同的值。`,
    'unknown-id': (p: { found: string; meant?: string; known: string[] }) =>
      `没有“${p.found}”。${meant(p.meant) || `已有的是：${list(p.known)}。`}`,
    'group-archived': (p: { group: string }) =>
      `业务类别“${p.group}”已停用，群众在取号机上找不到这项业务。请换一个类别，或把业务一并停用。`,
    'range-backwards': (p: { first: number }) =>
      `末号小于首号 ${p.first}。末号应不小于首号，或删去末号（不设上限）。`,
    'ranges-overlap': (p: { letter: string; other: string; from: number; to: number | null }) =>
      `字母 ${p.letter} 的号段与 ${p.other} 重叠（从 ${p.from} ${p.to === null ? '起' : `到 ${p.to}`}），会出现相同的号。请换一个字母，或用 firstNumber、lastNumber 把号段分开。`,
    'no-main-counter': (p: { service: string }) =>
      `没有窗口主办“${p.service}”。请在 counters 里至少给一个窗口加上 {"serviceId": "${p.service}", "role": "main"}。`,
    'unknown-time-zone': (p: { found: string; meant?: string }) =>
      `没有时区“${p.found}”。${meant(p.meant) || '中国大陆写 "Asia/Shanghai"。'}`,
    'unknown-language': (p: { found: string; meant?: string }) =>
      `“${p.found}”不是规范的语言代码。${meant(p.meant) || '中文写 "zh-CN"，英文写 "en"。'}`,
    'language-not-there': (p: { found: string; known: string[] }) =>
      `没有“${p.found}”的文字，屏幕不会说这种语言。可用的有：${list(p.known)}；增加语言的办法见 docs/languages.md。`,
    'text-missing': (p: { language: string; meant?: string }) =>
      p.meant
        ? `缺少“${p.language}”的文字；“${p.meant}”应写作“${p.language}”。`
        : `缺少“${p.language}”的文字，请补上（hall.languages 里有这种语言）。`,
    'share-above-one': (p: { of: number }) => `不能大于 of（${p.of}）：每 ${p.of} 次呼叫里最多 ${p.of} 次。`,
    'placeholder-missing': (p: { placeholder: string }) =>
      `播报语缺少 ${p.placeholder}。例如“请{number}号到{counter}号窗口办理”。`,
    'placeholder-unknown': (p: { found: string; meant?: string }) =>
      `不认识 ${p.found}。${meant(p.meant)}只能用 {number}（号）和 {counter}（窗口）。`,
    'second-enquiries': (p: { first: string }) =>
      `咨询业务只能有一项，${p.first} 已经是了。请删去其中一个 enquiries。`,
    'closes-before-opening': (p: { from: string }) =>
      `结束时间应晚于开始时间 ${p.from}。开到半夜的，写到 "24:00"，后半夜写在第二天里。`,
    'times-overlap': (p: { other: string }) => `与 ${p.other} 重叠，请把两段分开或合并。`,
    'no-such-date': (p: { found: string }) => `没有“${p.found}”这一天。`,
    'ends-before-beginning': (p: { begins: string }) => `最后一天不能早于第一天 ${p.begins}。`,
    'like-and-intervals': () => 'like（按星期几上班）和 intervals（当天的时间）只能写一个。',
    other: (p: { message: string }) => `内容不合要求（${p.message}）。请对照样例文件修改。`,
  },
};
