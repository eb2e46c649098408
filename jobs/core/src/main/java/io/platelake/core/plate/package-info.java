/** What a licence plate is as text, as a 64-bit key, and which characters readers confuse. */
package io.platelake.core.plate;
