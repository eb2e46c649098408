/** Hash chains over canonical JSON, which anyone can recompute without this software. */
package io.platelake.core.chain;
