import '@jiaohao/shared/ui/tokens.css';
import '@jiaohao/shared/ui/pairing.css';
import '@jiaohao/shared/ui/emergency.css';
import './styles/announced.css';
import './styles/frame.css';
import './styles/calls.css';
import './styles/side.css';
import './styles/foot.css';
import './styles/dark.css';
import { createDevice } from '@jiaohao/shared/client/device.ts';
import { nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { Pairing } from '@jiaohao/shared/ui/pairing.tsx';
import { render } from 'preact';
import { HallScreen } from './hall-screen.tsx';
import { textsOf } from './texts.ts';

const device = createDevice('hall-screen');
/** `/hall?silent`: shows everything and makes no sound, for the second screen of a zone. */
const address = new URLSearchParams(location.search);
const silent = address.has('silent');
/** `/hall?overscan=3`: per cent of each edge that this screen cuts off; the manager's page may say it too. */
const said = Number.parseFloat(address.get('overscan') ?? '');
const overscan = Number.isFinite(said) ? said : null;
const texts = textsOf(nearestLanguage(navigator.language));

function App() {
  if (device.token.value === null) return <Pairing device={device} texts={texts} what={texts.what} />;
  return <HallScreen key={device.token.value} device={device} silent={silent} overscan={overscan} />;
}

const root = document.getElementById('app');
if (root) {
  render(<App />, root);
  document.documentElement.dataset['booted'] = 'true';
}
