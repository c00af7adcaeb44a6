/** What the hub says in the terminal when it starts. */
export const start = {
  ready: (p: { hall: string }) => `叫号系统已启动：${p.hall}`,
  pages: '页面',
  home: '首页',
  kiosk: '取号机',
  counter: '叫号终端（窗口工作人员）',
  pad: '评价器',
  hall: '叫号屏',
  manager: '管理',
  localOnly: '只有本机能打开。要让大厅里的设备也能连接，请这样启动：HOST=0.0.0.0 npx -y pnpm@12 start',
  pairing: '配对链接：在对应的设备上打开（15 分钟内有效，只能用一次）',
  admin: (p: { password: string }) => `管理员：用户名 admin，密码 ${p.password} （只显示这一次，请记下）`,
  clerks: '示例窗口工作人员还没有密码：请用管理员登录“管理”，在“人员”里设置；管理员也可以直接登录叫号终端。',
  data: (p: { folder: string }) => `数据保存在 ${p.folder}`,
  kioskName: '取号机 1',
  hallName: '叫号屏 1',
  padName: (p: { number: number }) => `${p.number} 号窗口评价器`,
};
