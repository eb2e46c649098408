/** Writes the days of a made-up city: payloads, lists, registries and the truth behind them. */
package io.platelake.city.generate;
