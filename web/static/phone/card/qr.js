// An address as a QR code.

import { generate, mode } from "../../vendor/lean-qr/lean-qr.js";

const MEDIUM = 1; // up to 15% of the code may be damaged

/**
 * The code as {size, dark(x, y)}; null when the address is longer than a code can hold. The mask is chosen so that
 * the code reads well, unless one (0 to 7) is asked for.
 */
export function qrCode(address, mask) {
  try {
    const made = generate(mode.ascii(address), { minCorrectionLevel: MEDIUM, maxCorrectionLevel: MEDIUM, mask });
    return { size: made.size, dark: made.get };
  } catch {
    return null;
  }
}
