// The import worker of the hosted page: loads the module of the import.
import init from '@wasm/import.js';
import address from '@wasm/import_bg.wasm?url';
import { serve } from './serve.js';

serve(init({ module_or_path: address }));
