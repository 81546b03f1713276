// The hosted page's script.
import './trusted.js';
import { start } from './start.js';

start();
