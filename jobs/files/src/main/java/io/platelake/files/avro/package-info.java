/**
 * Avro files as trees, with every length in them checked before it is believed.
 *
 * <p>Avro's own reader (1.12.1, with its limits set to 64 MiB and a restart behind every damaged
 * block) was tried on 40,000 damaged files. In 901 of them it lost records and reported nothing, as
 * it does not check that a block ends with its last record. In 220 it found fewer records than this
 * reader, in 114 more. It took up to 809 MiB for a file of a few kilobytes, where this reader takes
 * 2 MiB.
 */
package io.platelake.files.avro;
