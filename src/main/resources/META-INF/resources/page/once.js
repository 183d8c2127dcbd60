/** An answer that several parts need: asked when the first does, and again after a failure, so that "try again" is no empty word. */
export function once(load) {
  let asked = null;
  return () => {
    if (!asked) {
      asked = load();
      asked.catch(() => { asked = null; });
    }
    return asked;
  };
}
