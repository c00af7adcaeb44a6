import { useEffect, useState } from 'preact/hooks';

const query = matchMedia('(max-aspect-ratio: 1/1)');

/** Whether the screen hangs upright; follows when it is turned. */
export function usePortrait(): boolean {
  const [portrait, setPortrait] = useState(query.matches);
  useEffect(() => {
    const look = () => setPortrait(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return portrait;
}
