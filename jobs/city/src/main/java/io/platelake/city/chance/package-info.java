/** Dice: numbers that a seed decides. */
package io.platelake.city.chance;
