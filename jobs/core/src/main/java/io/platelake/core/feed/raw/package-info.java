/** What a feed says about its raw files: how long they may stay, and what follows landing. */
package io.platelake.core.feed.raw;
