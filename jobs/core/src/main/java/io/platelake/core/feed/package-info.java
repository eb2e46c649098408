/** Raw files of camera makers to canonical reads: feed definitions, record splitting, adapters. */
package io.platelake.core.feed;
