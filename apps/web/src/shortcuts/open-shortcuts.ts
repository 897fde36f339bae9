export const openShortcutsEvent = 'lutai:shortcuts';

/** Opens the overlay from anywhere, without the page having to hand a handle around. */
export function openShortcuts(): void {
  window.dispatchEvent(new Event(openShortcutsEvent));
}
