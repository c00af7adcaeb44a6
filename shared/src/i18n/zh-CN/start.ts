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
  localOnly: (p: { links: string }) =>
    `现在只有本机能打开。要让大厅里的设备也能连接，请这样启动：HOST=0.0.0.0 npx -y pnpm@12 start${p.links && ` ，设备打开 ${p.links}`}`,
  pairing: '配对链接：在对应的设备上打开（15 分钟内有效，只能用一次）',
  admin: (p: { password: string }) => `管理员：用户名 admin，密码 ${p.password} （只显示这一次，请记下）`,
  clerks: '示例窗口工作人员还没有密码：请用管理员登录“管理”，在“人员”里设置；管理员也可以直接登录叫号终端。',
  data: (p: { folder: string }) => `数据保存在 ${p.folder}`,
  kioskName: '取号机 1',
  hallName: '叫号屏 1',
  padName: (p: { number: number }) => `${p.number} 号窗口评价器`,
  portInUse: '端口已被占用：请用 PORT 换一个，或先停止占用它的程序。',
  noSuchHost: '本机没有 HOST 指定的地址：请改为 0.0.0.0，或本机的一个地址。',
  notWritable:
    '数据文件夹（DATA_DIR）或端口没有使用权限：请检查文件夹归属和权限；1024 以下的端口需要管理员权限。',
  damagedDatabase: '数据库文件已损坏（DATA_DIR 下的 jiaohao.db）：请用备份恢复，或换一个空的数据文件夹。',
  diskFull: '磁盘已满：请先腾出空间。',
  alreadyRunning: '数据库正被另一个程序使用：叫号系统可能已经在运行。',
};
