Console.WriteLine("none yet");
