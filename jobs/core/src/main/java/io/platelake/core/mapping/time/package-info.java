/** Instants as files write them: formats, patterns, zones, and hours that clocks skip or repeat. */
package io.platelake.core.mapping.time;
