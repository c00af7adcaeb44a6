import '@jiaohao/shared/ui/emergency.css';

/** Fetched when it is first shown, and ahead of that once the page stands. */
export { EmergencyScreen } from '@jiaohao/shared/ui/emergency-screen.tsx';
