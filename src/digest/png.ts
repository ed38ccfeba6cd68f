import { fileURLToPath } from 'node:url';

const fonts = [
  import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
].map((url) => fileURLToPath(url));

/** Twice the size of the drawing, for sharp text on screens of high density. */
const scale = 2;

/**
 * An SVG document as PNG, with the shipped font alone, so that it looks the same on every machine. Rejects for a document that is none, and where the
 * renderer has no binary for this machine: it is loaded here, so that Valo starts without it.
 */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'Inter' },
    logLevel: 'off',
  });
  return image.asPng();
}
