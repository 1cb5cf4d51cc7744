import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  plugins: [react()],
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/docs': 'http://127.0.0.1:3000' } },
  build: {
    target: ['chrome109', 'firefox115', 'safari16'],
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false }, // nothing inline: the content security policy forbids it
    rolldownOptions: {
      output: {
        // what every screen needs comes in three requests: a browser asks one server for six files at a time
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/ },
            { name: 'base', test: /node_modules[\\/](@tanstack[\\/].*(query|router|store|history)|i18next)/ },
            {
              name: 'frame',
              test: /src[\\/](api|door|frame|live|parts|sign-in|work|messages[\\/](.*\.vi|vi|t))[\\/.]/,
            },
          ],
        },
      },
    },
  },
});
