// The import worker of the page in one file. Its first message is the module of the import.
import init from '@wasm/import.js';
import { serve } from '../serve.js';

self.onmessage = ({ data }) => serve(init({ module_or_path: data }));
