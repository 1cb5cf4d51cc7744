import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const libs = fileURLToPath(new URL('../../libs', import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: {
    // shared zod schemas: same specifiers as on the server
    alias: [
      { find: /^#libs\/(.+)\.js$/, replacement: `${libs}/$1.ts` },
      { find: /^#libs\/([^/]+)$/, replacement: `${libs}/$1/index.ts` },
    ],
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/docs': 'http://127.0.0.1:3000' } },
  build: {
    target: ['chrome109', 'firefox115', 'safari16'],
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+)[\\/]/ },
          ],
        },
      },
    },
  },
});
