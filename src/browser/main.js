// The hosted page's script.
import { start } from './start.js';

start();
