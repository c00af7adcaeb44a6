import '@jiaohao/shared/ui/tokens.css';
import '@jiaohao/shared/ui/emergency.css';
import '@jiaohao/shared/ui/connection.css';
import '@jiaohao/shared/ui/pairing.css';
import './pad/pad.css';
import './pad/rating.css';
import './pad/reasons.css';
import { render } from 'preact';
import { App } from './pad/app.tsx';

document.documentElement.dataset['booted'] = 'true';
render(<App />, document.getElementById('app') as HTMLElement);
