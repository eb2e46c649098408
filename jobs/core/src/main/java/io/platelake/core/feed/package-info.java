/** Raw files of camera makers to canonical reads: feed definitions and adapters. */
package io.platelake.core.feed;
