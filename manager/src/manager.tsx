import '@jiaohao/shared/ui/tokens.css';
import '@jiaohao/shared/ui/language-switch.css';
import '@jiaohao/shared/ui/connection.css';
import './parts/page.css';
import './parts/forms.css';
import './parts/tables.css';
import './today/today.css';
import './report/report.css';
import './devices/devices.css';
import './appointments/appointments.css';
import './floor/floor.css';
import { askAboutHall } from '@jiaohao/shared/client/languages.ts';
import { render } from 'preact';
import { App } from './app.tsx';

document.documentElement.dataset['booted'] = 'true';
void askAboutHall();
render(<App />, document.getElementById('app') as HTMLElement);
