// The simulation of a moving picture: from the places that were computed, it makes room around dots and follows the mouse.
//
// Left alone, it would swing for half a minute. So it cools: the greatest speed falls from frame to frame, and when
// nothing can move any more it rests. A dot that is dragged warms it again.
const MOVES = {
  enabled: true, solver: "forceAtlas2Based",
  forceAtlas2Based: { gravitationalConstant: -30, centralGravity: 0.01, springLength: 60, springConstant: 0.05, damping: 0.6, avoidOverlap: 0.4 },
  stabilization: { enabled: false }, minVelocity: 0.5, maxVelocity: 4, adaptiveTimestep: false,
};
const COOL = 0.94; // of the greatest speed is left after each frame: from 4 to less than 0.35 in 40 of them

// `dense` says whether there are so many lines that drawing them would make frames late: they come when all rests.
function createMoves(network, dense) {
  let on = false;
  let speed = 0;
  const { options } = network.physics;

  network.on("beforeDrawing", () => {
    if (!on) return;
    speed *= COOL;
    options.maxVelocity = speed;
    network.renderer.dragging = speed > 0 && dense(); // vis draws no lines while something is dragged
  });
  network.on("dragStart", ({ nodes }) => { if (on && nodes.length) warm(); });
  network.on("stabilized", () => {
    if (!on) return;
    speed = 0;
    network.redraw();
  });

  function warm() {
    speed = MOVES.maxVelocity;
    options.maxVelocity = speed;
  }

  // Lets it move, or makes it stand.
  return (moving) => {
    if (moving !== on) network.setOptions({ physics: moving ? MOVES : { enabled: false } });
    if (moving) {
      warm();
      network.startSimulation();
    } else {
      network.renderer.dragging = false;
    }
    on = moving;
  };
}
