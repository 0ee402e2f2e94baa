// SST refuses imports at the top of this file, so it holds what must be known before the stage is loaded, and no more.
export default $config({
  app: ({ stage }) => ({
    name: "talent-window",
    home: "aws",
    version: "4.17.1",
    // `sst remove --stage production` is refused; a stack that leaves the program by mistake is left standing.
    protect: stage === "production",
    removal: stage === "production" ? "retain-all" : "remove",
  }),
  run: async () => {
    const { openDoor } = await import("./infra/sst/open-door.ts");
    return openDoor({ stage: $app.stage, isProtected: $app.protect, isDev: $dev });
  },
});
