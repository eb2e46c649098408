/** What a feed says about events that repeat, and about shares that are unusual. */
package io.platelake.core.feed.rule;
