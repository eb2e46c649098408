/** Hash chains over canonical JSON, which anybody can recompute without this software. */
package io.platelake.core.chain;
