/** The picture that is to be seen, as a file of its own: made here, and sent to nobody. */
export async function keepSnapshot(canvas: HTMLCanvasElement, name: string, takenAt: Date): Promise<void> {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext("2d")?.drawImage(canvas, 0, 0);
  const blob = await new Promise<Blob | null>((made) => copy.toBlob(made, "image/png"));
  if (blob === null) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${fileName(name)} ${stamp(takenAt)}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Without what file systems refuse. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ").trim() || "camera";
}

/** By this device's clock, sortable: "2026-12-24 14.03.05". */
function stamp(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;
}
