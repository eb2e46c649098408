/**
 * Writes a made-up city's reads as vendor payload files, with everything a landing needs and the
 * truth behind it.
 */
package io.platelake.city.generate;
