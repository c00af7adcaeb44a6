import '@jiaohao/shared/ui/tokens.css';
import '@jiaohao/shared/ui/language-switch.css';
import '@jiaohao/shared/ui/connection.css';
import './counter/page.css';
import './counter/entry.css';
import './counter/desk.css';
import './counter/ticket-card.css';
import './counter/command-bar.css';
import './counter/aside.css';
import './counter/panels.css';
import './counter/outcome-panel.css';
import './counter/move-panels.css';
import { askAboutHall } from '@jiaohao/shared/client/languages.ts';
import { render } from 'preact';
import { App } from './counter/app.tsx';

document.documentElement.dataset['booted'] = 'true';
void askAboutHall();
render(<App />, document.getElementById('app') as HTMLElement);
