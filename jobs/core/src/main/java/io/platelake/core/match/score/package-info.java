/** How likely a read is the wanted vehicle, from what adjudicated hits taught. */
package io.platelake.core.match.score;
