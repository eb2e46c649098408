/** The search of every byte for needles. */
package io.platelake.lake.proof.needle;
