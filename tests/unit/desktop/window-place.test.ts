import { expect, test } from 'vitest';
import { placeWindow } from '../../../main/desktop/window-place.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };

test.each([
  ['where it was', { x: 100, y: 100, width: 1000, height: 700 }, [laptop], { x: 100, y: 100, width: 1000, height: 700 }],
  ['on the second screen', { x: 1600, y: 50, width: 1200, height: 900 }, [laptop, beside], { x: 1600, y: 50, width: 1200, height: 900 }],
  ['in the middle when its screen is gone', { x: 1600, y: 50, width: 1200, height: 900 }, [laptop], { width: 1360, height: 860 }],
  ['in the middle when only a sliver would show', { x: 1400, y: 100, width: 900, height: 700 }, [laptop], { width: 1360, height: 860 }],
  [
    'in the middle when its title bar is above the screen',
    { x: 0, y: -300, width: 900, height: 700 },
    [laptop],
    { width: 1360, height: 860 },
  ],
  ['smaller on a smaller screen', { x: 10, y: 30, width: 1900, height: 1000 }, [laptop], { x: 10, y: 30, width: 1440, height: 875 }],
  ['in the middle the first time', null, [laptop], { width: 1360, height: 860 }],
  ['within a small screen', null, [{ x: 0, y: 0, width: 1024, height: 700 }], { width: 1024, height: 700 }],
])('a new window stands %s', (_where, bounds, screens, expected) => {
  expect(placeWindow({ bounds, maximised: false }, screens)).toEqual(expected);
});
