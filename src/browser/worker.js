// The import worker of the hosted page: loads the app's own module for its import alone.
import init from '@wasm/app.js';
import address from '@wasm/app_bg.wasm?url';
import { serve } from './serve.js';

serve(init({ module_or_path: address }));
